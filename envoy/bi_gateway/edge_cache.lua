-- Answers kept here for EDGE_CACHE_SECONDS, so that what many ask is answered without asking the server. Off by default:
-- within these seconds an import is not seen. One worker, one table: nothing is shared between threads.
--
-- Envoy's own cache filter is not used: it is marked as unfinished, never forgets an answer (the variant in memory), and
-- crashes on a Vary header.

local edge_cache = {}

local MAX_BYTES = 32 * 2 ^ 20 -- of answers in a generation; there are two
local OVERHEAD = 1000 -- bytes an entry costs beside its body and its URL
local KEPT_HEADERS = {"content-type", "content-disposition", "etag", "cache-control", "x-data-range"}

-- What was asked for since the last change of generations is in `young`; the rest of `old` is dropped at the next.
local young, old, young_bytes = {}, {}, 0

local function keep(url, entry)
  local bytes = #entry.body + #url + OVERHEAD
  if young_bytes + bytes > MAX_BYTES then young, old, young_bytes = {}, young, 0 end
  young[url], young_bytes = entry, young_bytes + bytes
end

-- Answers that hang on more than the URL are left alone; so is whoever asks for the newest (a reload in a browser).
function edge_cache.applies(headers)
  local wish = headers:get("cache-control")
  return headers:get(":method") == "GET" and not (wish and wish:find("no-cache", 1, true))
    and not headers:get("authorization") and not headers:get("x-api-key") and not headers:get("cookie")
end

-- The headers and the body to answer with; nil where none is known that is younger than `seconds`.
function edge_cache.find(url, known, seconds, now)
  local entry = young[url] or old[url]
  if not entry or now - entry.since >= seconds * 1000 then return nil end
  if not young[url] then keep(url, entry) end
  local headers, body = {[":status"] = "200", age = tostring(math.floor((now - entry.since) / 1000))}, entry.body
  for name, value in pairs(entry.headers) do headers[name] = value end
  if edge_cache.matches(known, entry.headers.etag) then
    headers[":status"], headers["content-type"], body = "304", nil, ""
  end
  return headers, body
end

-- Whether If-None-Match names this weak ETag.
function edge_cache.matches(known, etag)
  return known and etag and (known == "*" or known:find(etag:gsub("^W/", ""), 1, true)) and true or false
end

-- Keeps a 200 that has an ETag; what the server does not want to be kept has none.
function edge_cache.store(url, headers, body, now)
  if headers:get("x-data-age") then return end -- the database is away: how old the data is grows
  if headers:get(":status") ~= "200" or not headers:get("etag") or #body > MAX_BYTES / 8 then return end
  local kept = {}
  for _, name in ipairs(KEPT_HEADERS) do kept[name] = headers:get(name) end
  keep(url, {headers = kept, body = body, since = now})
end

return edge_cache
