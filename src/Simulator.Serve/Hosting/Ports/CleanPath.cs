using System.Text;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>
/// Paths with <c>..</c>, <c>.</c> or doubled slashes are not followed but sent back as what they mean, behind the gate (Go's ServeMux,
/// cleanPath).
/// </summary>
internal static class CleanPath
{
    /// <summary>Null: the path is clean.</summary>
    public static ServerAnswer? Redirect(ServerRequest request)
    {
        var clean = Of(request.Path);
        if (clean == request.Path) return null;
        var location = Uri.EscapeDataString(clean).Replace("%2F", "/", StringComparison.Ordinal);
        if (request.Query.Length > 0) location = $"{location}?{request.Query}";
        return new ServerAnswer
        {
            Status = 301,
            ContentType = request.Method is "GET" or "HEAD" ? "text/html; charset=utf-8" : null,
            Headers = [("Location", location)],
            Body = request.Method == "GET" ? Encoding.UTF8.GetBytes($"<a href=\"{Html(location)}\">Moved Permanently</a>.\n\n") : default,
        };
    }

    /// <summary>The end slash stays.</summary>
    internal static string Of(string path)
    {
        if (path.Length == 0) return "/";
        var kept = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") kept.Add(part);
            else if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
        }

        var clean = "/" + string.Join('/', kept);
        return path.EndsWith('/') && clean.Length > 1 ? clean + "/" : clean;
    }

    private static string Html(string text) => System.Net.WebUtility.HtmlEncode(text);
}
