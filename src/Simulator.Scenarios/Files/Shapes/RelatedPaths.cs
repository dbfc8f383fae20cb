using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>Paths in a file are relative to the file's own folder.</summary>
internal static class RelatedPaths
{
    /// <summary>The path as seen from the working folder; null after an error if nothing is there.</summary>
    public static string? RelatedPath(this SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        var path = Path.Combine(Path.GetDirectoryName(cursor.Node.File) ?? "", text);
        if (text.Length > 0 && (File.Exists(path) || Directory.Exists(path))) return path;
        cursor.Error($"there is no file '{Wording.Shortened(path, 200)}'");
        return null;
    }
}
