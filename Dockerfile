# The Slack app. Node is started directly, so that a stop signal reaches it.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY data data
COPY intents intents
COPY src src
USER node
EXPOSE 3000
CMD ["node", "src/surface/start.ts"]
