# An image of the archive: the source as it is, its packages, Node 24. Everything that changes is in
# /data. See docs/operating/running.md.
FROM node:24-bookworm-slim

WORKDIR /srv/inkstead

# Packages first: they change less often than the source. Node 24 is here, so its package is not
# needed; the other optional packages are binaries of those that are.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* \
  && npm cache clean --force

COPY . .

RUN install --directory --owner=node --group=node --mode=700 /data
USER node
VOLUME /data
ENV NODE_ENV=production INKSTEAD_DATA=/data INKSTEAD_HOST=0.0.0.0
EXPOSE 4700

# The Host 127.0.0.1 is answered whatever INKSTEAD_URL says.
HEALTHCHECK --start-period=60s CMD ["node", "-e", \
  "fetch('http://127.0.0.1:4700/health').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]

CMD ["./inkstead", "serve"]
