using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>
/// Requests that a page of another site makes a browser send. kubectl sends no <c>Origin</c>; a browser cannot leave it out where it
/// matters. 1.3.10 has no such rule: whoever opened a bad page could lose the cluster at his insecure port.
/// </summary>
internal static class CrossSite
{
    /// <summary>Null: nothing speaks against it.</summary>
    /// <param name="port">At the insecure port the host must be this machine: else a name of another site was bent to it.</param>
    public static ServerAnswer? Refuse(HttpRequest request, CallerPort port)
    {
        if (port == CallerPort.Insecure && !IsThisMachine(request.Host.Host)) return Forbidden("the host is not this machine");
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return IsOtherSite(request) ? Forbidden("it comes from a page of another site") : null;
        return IsSame(origin, request) || !ActsOrReads(request) ? null : Forbidden("it comes from a page of another site");
    }

    /// <summary>A read is harmless: without CORS headers the page does not see the answer. A web socket it would see.</summary>
    private static bool ActsOrReads(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.Upgrade.Count > 0;

    private static bool IsOtherSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && ActsOrReads(request);

    private static bool IsSame(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme == request.Scheme
        && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Length == 0
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static ServerAnswer Forbidden(string why) => new()
    {
        Status = 403,
        ContentType = "text/plain; charset=utf-8",
        Body = Encoding.UTF8.GetBytes($"Forbidden: {why}\n"),
    };
}
