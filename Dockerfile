# image not built here: no container engine runs where this file was written. It is linted
# (tests/floors/dockerfile.spec.ts), and `npm run test:deep` replays its RUN steps in empty folders and starts
# what they make (tests/platform_faults/image.spec.ts).
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM ${NODE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM ${NODE} AS runtime
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3333
WORKDIR /app
COPY --from=build --chown=1000:1000 /app/build ./
COPY --from=dependencies --chown=1000:1000 /app/node_modules ./node_modules
RUN mkdir -p tmp storage && chown 1000:1000 tmp storage
USER 1000:1000
EXPOSE 3333
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "ace.js", "start"]
