using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting;

/// <summary>Makes a message of what came over HTTP.</summary>
internal static class RequestReader
{
    /// <exception cref="BadHttpRequestException">The body is too long or broken off.</exception>
    public static async Task<ServerRequest> Read(HttpRequest request, CallerPort port, CancellationToken gone) => new()
    {
        Method = request.Method,
        Path = request.Path.Value is { Length: > 0 } path ? path : "/",
        Query = request.QueryString.HasValue ? request.QueryString.Value![1..] : "",
        Target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget,
        Caller = CallerOf(request.HttpContext.Connection, port),
        Headers = [.. request.Headers.SelectMany(header => header.Value.Select(value => (header.Key, value ?? "")))],
        Body = await ReadBody(request, gone),
    };

    /// <summary>The port has verified the certificate, if there is one (ports without access to certificates have none).</summary>
    private static Caller CallerOf(ConnectionInfo connection, CallerPort port) => new()
    {
        Port = port,
        Address = connection.RemoteIpAddress?.ToString() ?? "",
        CertificateName = connection.ClientCertificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
    };

    private static async Task<ReadOnlyMemory<byte>> ReadBody(HttpRequest request, CancellationToken gone)
    {
        if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding")) return default;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, gone);
        return body.ToArray();
    }
}
