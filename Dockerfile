# The server with its playground. Every step is an ordinary command: run by hand in an empty folder they give the same.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY server/package.json server/
COPY sdk/package.json sdk/
COPY playground/package.json playground/
COPY examples/package.json examples/
COPY bench/package.json bench/
RUN npm ci
COPY build.mjs tsconfig.base.json ./
COPY schema schema
COPY server server
COPY sdk sdk
COPY playground playground
COPY examples examples
# Packages of which another version stands at the top lie in server/node_modules; a folder must be there to be copied.
RUN npm run build && npm ci --omit=dev --workspace server && mkdir -p server/node_modules

FROM node:20-bookworm-slim
ENV NODE_ENV=production MODELGRAPH_HOST=0.0.0.0 MODELGRAPH_DATA=/data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/server/package.json server/
COPY --from=build /app/server/node_modules server/node_modules
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/playground/dist playground/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
