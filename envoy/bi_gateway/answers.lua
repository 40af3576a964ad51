-- What the transcoder cannot do to requests and answers. Listed before the transcoder: requests pass here first, answers last.
-- The metadata of a route, made from the protos by routes.py, says what to do:
--   passed_on       set where the process of long answers does all that is said here
--   foreign         set on the route of requests for a host that is not us
--   unknown         set on the route that takes all paths that are none of ours
--   allow           the verbs of a path, on the route that refuses all others
--   response_body   the only field of the answer that is sent
--   csv             the path of the same answer as CSV, for who asks for that instead of JSON
--   streamed        set where an answer is passed on piece by piece, and not touched
--   parameters      what the route takes, for the message about a parameter that it does not take
--   origins         who may read a page that Envoy itself answers: the cors filter leaves those out
--   writers         on routes that change something: the origins whose pages may; others are refused
--   own_pages       set where our own pages may, too: the names that we are called by are known
--   cache_seconds   how long an answer may be repeated from here; absent where never

local edge_cache = require("edge_cache")
local MAX_URL_BYTES = 16384
local ME = "envoy.filters.http.lua"

math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 2 ^ 31)

local function new_request_id()
  return (("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"):gsub("x", function() return ("%x"):format(math.random(0, 15)) end))
end

-- Envoy decodes %ff, but a proto string must be UTF-8: the server's parser would fail without a word to the caller.
local function is_utf8(text)
  local i = 1
  while true do
    i = text:find("[\128-\255]", i)
    if not i then return true end
    local first, second = text:byte(i, i + 1)
    local tail
    if first < 0xC2 or first > 0xF4 then return false
    elseif first < 0xE0 then tail = 1
    elseif first < 0xF0 then tail = 2
    else tail = 3 end
    if not text:find("^" .. ("[\128-\191]"):rep(tail), i + 1) then return false end
    -- overlong forms, surrogates, and code points above U+10FFFF
    if first == 0xE0 and second < 0xA0 or first == 0xED and second > 0x9F then return false end
    if first == 0xF0 and second < 0x90 or first == 0xF4 and second > 0x8F then return false end
    i = i + tail + 1
  end
end

local function decode(url)
  return (url:gsub("%%(%x%x)", function(hex) return string.char(tonumber(hex, 16)) end))
end

-- local_reply_config in envoy.yaml puts the text into the JSON shape of all errors.
local function refuse(handle, status, text, headers)
  headers = headers or {}
  headers[":status"] = status
  handle:respond(headers, text)
end

local KINDS = {TYPE_BOOL = "true or false", TYPE_DOUBLE = "a number", TYPE_FLOAT = "a number"}

-- The transcoder's words about a wrong parameter, told as the server tells them: a BadRequest that names the field.
-- `text` is JSON and so are the parts cut out of it.
local function explain(text, parameters)
  local field = text:match('Could not find field \\"(.-)\\" in the type')
  local problem = "no such parameter; this route takes " .. (parameters or "none")
  if not field then
    local value, kind
    field, value, kind = text:match('"([%w_.]+): invalid value \\"(.-)\\" for type ([%w_]+)')
    if not field then return nil end
    problem = ('\\"%s\\" is not %s'):format(value, KINDS[kind] or "a whole number of 32 bits")
  end
  return ('{"code":3,"message":"%s: %s","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest",' ..
    '"field_violations":[{"field":"%s","description":"%s"}]},' ..
    '{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"INVALID_INPUT","domain":"bi","metadata":{}}]}'):format(field, problem, field, problem)
end

local function is_grpc(headers)
  local kind = headers:get("content-type")
  return kind and kind:find("^application/grpc") ~= nil
end

-- Why a request may not change anything; nil where it may. A browser names the origin of a page whenever that page
-- writes, and a foreign page may send any content type.
local function refused_writer(headers, writers, own_pages)
  local origin = headers:get("origin")
  if not origin then return nil end
  for _, allowed in ipairs(writers) do
    if origin == allowed then return nil end
  end
  if own_pages and origin:match("^https?://(.*)$") == headers:get(":authority") then return nil end
  return "pages of this origin may not write; name it in CORS_ORIGINS"
end

local function refused_host(headers)
  local authority = headers:get(":authority") or ""
  local told = #authority < 256 and authority:find("^[%w%-_.:%[%]]+$") and authority or "the host asked for"
  return told .. " is no name of this service; call it localhost, or name that host in ALLOWED_HOSTS"
end

-- Whether JSON is not wanted, but CSV is.
local function prefers_csv(accept)
  return accept and accept:find("text/csv", 1, true) and not accept:find("json", 1, true)
end

function envoy_on_request(handle)
  local headers = handle:headers()
  local id = headers:get("x-request-id")
  if not id or #id > 128 or not id:find("^[%w%-_.:+/=]+$") then
    headers:replace("x-request-id", new_request_id())
  end
  local deadline = headers:get("grpc-timeout")
  if deadline and not (#deadline <= 9 and deadline:find("^%d+[HMSmun]$")) then
    return refuse(handle, "400", "grpc-timeout is up to 8 digits and one of H, M, S, m, u, n, such as 500m")
  end
  local route = handle:metadata()
  if route:get("foreign") then return refuse(handle, "403", refused_host(headers)) end
  if is_grpc(headers) then
    if headers:get(":path"):find("[^\33-\126]") then refuse(handle, "400", "the name of the method is no ASCII") end
    return
  end

  local url = headers:get(":path")
  local csv = route:get("csv")
  if csv and prefers_csv(headers:get("accept")) then
    url = csv .. (url:match("%?.*$") or "")
    headers:replace(":path", url)
    handle:clearRouteCache()
    handle:streamInfo():dynamicMetadata():set(ME, "by_accept", true)
    route = handle:metadata()
  end
  if route:get("passed_on") then return end
  local seconds = route:get("cache_seconds")
  local may_cache = seconds and edge_cache.applies(headers)
  if may_cache then
    local found, body = edge_cache.find(url, headers:get("if-none-match"), seconds, handle:timestamp())
    if found then return handle:respond(found, body) end
  end
  if #url > MAX_URL_BYTES then return refuse(handle, "414", "the URL is longer than " .. MAX_URL_BYTES .. " bytes") end
  if url:find("%%[89a-fA-F]") and not is_utf8(decode(url)) then
    return refuse(handle, "400", "the URL holds percent-encoded bytes that are not UTF-8")
  end
  if route:get("unknown") then return refuse(handle, "404", "") end
  local allow = route:get("allow")
  if allow then return refuse(handle, "405", "this path takes " .. allow, {allow = allow}) end

  local writers = route:get("writers")
  local reason = writers and refused_writer(headers, writers, route:get("own_pages"))
  if reason then return refuse(handle, "403", reason) end

  -- The answer's half of this script does not see the request.
  local memory = handle:streamInfo():dynamicMetadata()
  if headers:get(":method") == "HEAD" then memory:set(ME, "head", true) end
  local known = headers:get("if-none-match")
  if may_cache then memory:set(ME, "store_as", url) end
  if known then memory:set(ME, "if-none-match", known) end
  local origin = headers:get("origin")
  if origin and route:get("origins") then memory:set(ME, "origin", origin) end
end

local function allow_origin(headers, origin, origins)
  for _, allowed in ipairs(origins) do
    if origin == allowed then
      headers:replace("access-control-allow-origin", origin)
      headers:replace("access-control-allow-credentials", "true")
      headers:replace("access-control-expose-headers", "etag, x-request-id")
    end
  end
end

-- What belongs into the header of an answer comes in the trailers: the server then sends everything in one go.
local FROM_TRAILERS = {"content-disposition", "etag", "cache-control", "x-data-range", "x-data-age", "retry-after"}

function envoy_on_response(handle)
  local headers, route = handle:headers(), handle:metadata()
  local memory = handle:streamInfo():dynamicMetadata():get(ME) or {}
  local told = route:get("passed_on") and headers:get("vary")
  headers:replace("vary", (memory.by_accept and "Accept, " or "") .. (told or route:get("csv") and "Accept, Origin" or "Origin"))
  if told or headers:get("age") or is_grpc(headers) then return end -- only the edge cache tells an age

  local origins, field, parameters = route:get("origins"), route:get("response_body"), route:get("parameters")
  if memory.origin then allow_origin(headers, memory.origin, origins) end
  if route:get("streamed") and headers:get(":status") == "200" then
    headers:remove("grpc-accept-encoding")
    return
  end
  if origins and not memory.head then return end -- a page is passed on as it is

  local body, trailers = handle:body(), handle:trailers() -- waits for both; what was fetched before is void afterwards
  headers = handle:headers()
  headers:remove("grpc-status")
  headers:remove("grpc-message")
  headers:remove("grpc-accept-encoding")
  for _, name in ipairs(FROM_TRAILERS) do
    local value = trailers and trailers:get(name)
    if value then headers:replace(name, value) end
  end
  if trailers then trailers:remove("grpc-message") end -- a trace would tell it, and it names what was asked for
  local status = headers:get(":status")
  if (status == "429" or status == "503") and not headers:get("retry-after") then headers:add("retry-after", "1") end
  if status == "401" then headers:replace("www-authenticate", 'Bearer realm="bi"') end
  if not body then return end

  local is_known = status == "200" and edge_cache.matches(memory["if-none-match"], headers:get("etag"))
  if not (status == "200" and (field or memory.store_as) or status == "400" or is_known or memory.head) then return end
  local text = body:getBytes(0, body:length())
  if status == "200" and field then
    text = text:sub(#field + 5, -2) -- {"field":...}
  elseif status == "400" then
    text = explain(text, parameters) or text
  end
  if memory.store_as then edge_cache.store(memory.store_as, headers, text, handle:timestamp()) end
  if is_known then
    headers:replace(":status", "304")
    headers:remove("content-type")
    headers:remove("content-length")
    body:setBytes("")
    return
  end
  body:setBytes(memory.head and "" or text)
  headers:replace("content-length", tostring(#text))
end
