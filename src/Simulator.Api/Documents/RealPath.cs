namespace Simulator.Api.Documents;

/// <summary>Where a path leads in truth.</summary>
public static class RealPath
{
    /// <summary>More links than this on one way lead in a circle (as the kernel counts).</summary>
    private const int LinksMax = 40;

    /// <summary>The whole path with every link on it resolved; the path itself where links lead in a circle.</summary>
    public static string Of(string path)
    {
        var whole = Path.GetFullPath(path);
        var real = whole;
        for (var links = 0; links < LinksMax; links++)
        {
            if (FirstLink(real) is not { } link) return real;
            real = link;
        }

        return whole;
    }

    /// <summary>The path with its first link replaced by what it names; null if it has none.</summary>
    private static string? FirstLink(string path)
    {
        var root = Path.GetPathRoot(path) ?? "";
        var parts = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var way = root;
        for (var i = 0; i < parts.Length; i++)
        {
            var next = Path.Combine(way, parts[i]);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                return Path.GetFullPath(Path.Combine([way, target, .. parts[(i + 1)..]]));
            }
            way = next;
        }

        return null;
    }
}
