using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Audit;

/// <summary>The URI of a request as it may stand in a log.</summary>
internal static class AuditedUri
{
    private const int LengthMax = 4096;

    private static readonly string[] Secrets = ["token", "password", "secret", "authorization", "credential"];

    public static string Of(ServerRequest request)
    {
        var path = request.Target is { } target ? target.Split('?', 2)[0] : request.Path;
        var uri = request.Query.Length == 0 ? path : $"{path}?{string.Join('&', request.Query.Split('&').Select(Harmless))}";
        return uri.Length <= LengthMax ? uri : uri[..LengthMax] + "...";
    }

    private static string Harmless(string pair)
    {
        var end = pair.IndexOf('=', StringComparison.Ordinal);
        if (end < 0) return pair;
        var name = Uri.UnescapeDataString(pair[..end]);
        return Secrets.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? $"{pair[..end]}=<hidden>" : pair;
    }
}
