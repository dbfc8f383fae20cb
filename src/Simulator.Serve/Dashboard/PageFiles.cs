using System.Collections.Frozen;
using System.Security.Cryptography;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Dashboard;

/// <summary>
/// The files of the dashboard. They are the same for everybody and hold nothing of a cluster: a browser gets them before it says who it
/// is, and whatever they show or do they ask for at the doors of the API, where everybody is asked.
/// </summary>
public static class PageFiles
{
    private const string Root = "/dashboard";

    /// <summary>Nothing from anywhere else, no script or style in the page itself, no frame around it, no form that leaves it.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenDictionary<string, ServerAnswer> Files = Read().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names of the files.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Null: it is none of them.</summary>
    public static ServerAnswer? Find(ServerRequest request)
    {
        if (request.Method is not ("GET" or "HEAD")) return null;
        if (request.Path == Root) return new ServerAnswer { Status = 301, Headers = [("Location", Root + "/")] };
        if (!request.Path.StartsWith(Root + "/", StringComparison.Ordinal)) return null;
        var name = request.Path[(Root.Length + 1)..];
        return Files.GetValueOrDefault(name.Length == 0 ? "index.html" : name) is { } file ? Fresh(request, file) : null;
    }

    private static ServerAnswer Fresh(ServerRequest request, ServerAnswer file)
    {
        var tag = file.Headers.First(header => header.Name == "ETag").Value;
        return request.Header("If-None-Match") == tag ? file with { Status = 304, Body = default } : file;
    }

    private static IEnumerable<KeyValuePair<string, ServerAnswer>> Read()
    {
        const string Prefix = "dashboard.";
        var assembly = typeof(PageFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return KeyValuePair.Create(resource[Prefix.Length..], Answer(resource, bytes.ToArray()));
        }
    }

    private static ServerAnswer Answer(string name, byte[] content) => new()
    {
        Status = 200,
        ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        },
        Headers =
        [
            ("Content-Security-Policy", Policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cache-Control", "no-cache"),
            ("ETag", $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\""),
        ],
        Body = content,
    };
}
