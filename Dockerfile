# One image for every process: the command decides which. Temporal's native library needs glibc.
FROM node:20.20.2-bookworm-slim

# Certificates of the system: Temporal's native library reads them for TLS.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /srv/teleclaim
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

COPY tsconfig.json ./
COPY domain domain
COPY workflows workflows
COPY activities activities
COPY db db
COPY gateways gateways
COPY worker worker
COPY api api
COPY cli cli
COPY simulator simulator

# State that must outlive a container: the key ring above all. Without it no history can be read.
RUN mkdir -p /var/lib/teleclaim && chown node:node /var/lib/teleclaim
ENV NODE_ENV=production TELECLAIM_HOME=/var/lib/teleclaim TELECLAIM_API_HOST=0.0.0.0
VOLUME /var/lib/teleclaim
USER node
EXPOSE 8080

# Worker and API are `worker/main.ts` and `api/main.ts`; without a command it prints the commands there are.
ENTRYPOINT ["node", "--max-semi-space-size=64", "--import", "tsx"]
CMD ["cli/main.ts", "--help"]
