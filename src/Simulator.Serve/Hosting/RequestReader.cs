using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Simulator.Serve.Hosting.Ports;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting;

/// <summary>Makes a message of what came over HTTP.</summary>
internal static class RequestReader
{
    /// <summary>Without the body. The path is decoded once and wholly, and not tidied up.</summary>
    /// <exception cref="BadHttpRequestException">An escape in the path is broken.</exception>
    public static ServerRequest ReadHead(HttpRequest request, Caller caller)
    {
        var raw = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target ? target : "/";
        if (AskedTarget.Parse(raw) is not var (path, query)) throw new BadHttpRequestException("a broken escape in the path");
        return new ServerRequest
        {
            Method = request.Method,
            Path = path,
            Query = query,
            Target = raw,
            Caller = caller,
            Headers = [.. request.Headers.SelectMany(header => header.Value.Select(value => (header.Key, value ?? "")))],
        };
    }

    /// <exception cref="BadHttpRequestException">The body is too long, too slow, or broken off.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBody(HttpRequest request, CancellationToken gone)
    {
        if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding")) return default;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, gone);
        return body.ToArray();
    }
}
