using Microsoft.AspNetCore.Http;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting;

/// <summary>Makes a message of what came over HTTP.</summary>
internal static class RequestReader
{
    /// <exception cref="BadHttpRequestException">The body is too long or broken off.</exception>
    public static async Task<ServerRequest> Read(HttpRequest request, CancellationToken gone) => new()
    {
        Method = request.Method,
        Path = request.Path.Value is { Length: > 0 } path ? path : "/",
        Query = request.QueryString.HasValue ? request.QueryString.Value![1..] : "",
        Headers = [.. request.Headers.SelectMany(header => header.Value.Select(value => (header.Key, value ?? "")))],
        Body = await ReadBody(request, gone),
    };

    private static async Task<ReadOnlyMemory<byte>> ReadBody(HttpRequest request, CancellationToken gone)
    {
        if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding")) return default;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, gone);
        return body.ToArray();
    }
}
