using System.Text;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>
/// The target of a request as Go's net/http takes it apart: the path is decoded once and wholly, <c>%2F</c> too, and not tidied up. Who
/// judges it and who answers it see the same.
/// </summary>
internal static class AskedTarget
{
    /// <summary>Null: an escape is broken.</summary>
    public static (string Path, string Query)? Parse(string raw)
    {
        var target = WithoutAuthority(raw);
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (target, "") : (target[..mark], target[(mark + 1)..]);
        return Decode(path) is { } decoded ? (decoded.Length == 0 ? "/" : decoded, query) : null;
    }

    /// <summary><c>http://host/path</c>, as proxies send it.</summary>
    private static string WithoutAuthority(string raw)
    {
        if (raw.StartsWith('/')) return raw;
        var scheme = raw.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return raw;
        var slash = raw.AsSpan(scheme + 3).IndexOfAny('/', '?');
        return slash < 0 ? "/" : raw[(scheme + 3 + slash)..];
    }

    private static string? Decode(string path)
    {
        if (!path.Contains('%', StringComparison.Ordinal)) return path;
        var bytes = new List<byte>(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != '%') bytes.AddRange(Encoding.UTF8.GetBytes(path, i, 1));
            else if (i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                bytes.Add(Convert.ToByte(path.Substring(i + 1, 2), 16));
                i += 2;
            }
            else return null;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
