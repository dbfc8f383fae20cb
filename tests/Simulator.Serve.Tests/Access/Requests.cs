using System.Text;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Tests.Access;

/// <summary>Requests as clients send them.</summary>
internal static class Requests
{
    /// <param name="line"><c>GET /api/v1/pods?watch=true</c>.</param>
    public static ServerRequest Secure(string line, params (string Name, string Value)[] headers)
    {
        var (method, target) = line.Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(line);
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new ServerRequest
        {
            Method = method,
            Path = Uri.UnescapeDataString(query < 0 ? target : target[..query]),
            Query = query < 0 ? "" : target[(query + 1)..],
            Target = target,
            Caller = new Caller { Port = CallerPort.Secure },
            Headers = headers,
        };
    }

    public static ServerRequest WithToken(string token, string line) => Secure(line, ("Authorization", $"Bearer {token}"));

    public static ServerRequest WithPassword(string user, string password, string line) =>
        Secure(line, ("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}"));
}
