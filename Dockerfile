# Server and gateway in one image, as `bi-server run` keeps them: README, Deploy.
FROM node:22-slim AS dashboard
WORKDIR /bi
COPY clients/package.json clients/package-lock.json clients/.npmrc clients/
COPY clients/typescript/package.json clients/typescript/
COPY clients/web/package.json clients/web/
RUN npm ci --omit=dev --prefix clients
COPY clients/typescript/src clients/typescript/src
COPY clients/web clients/web
RUN npm run build --workspace web --prefix clients

FROM python:3.13-slim
WORKDIR /bi
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY proto proto
COPY clients/python clients/python
COPY server server
COPY envoy envoy
COPY --from=dashboard /bi/envoy/bi_gateway/app envoy/bi_gateway/app
RUN pip install --no-cache-dir --no-deps --no-build-isolation ./clients/python . \
 && useradd --uid 1000 --create-home bi && install --directory --owner=bi data
USER 1000
VOLUME /bi/data
# It starts only once it is said who may come in: AUTH_API_KEYS=true and the like, or ALLOW_ANONYMOUS (docs/access.md).
ENV HOST=0.0.0.0
EXPOSE 8000 50051
HEALTHCHECK --interval=5s --start-period=60s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=3)"]
CMD ["sh", "-c", "bi-server migrate && exec bi-server run"]
