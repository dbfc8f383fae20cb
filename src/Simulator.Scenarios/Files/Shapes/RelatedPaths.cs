using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Paths in a file are relative to the file's own folder.</summary>
internal static class RelatedPaths
{
    /// <summary>The path as seen from the working folder; null after an error if nothing is there.</summary>
    public static string? RelatedPath(this SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (cursor.ExistingPath() is { } path) return path;
        cursor.Error($"there is no file '{Wording.Shortened(PathOf(cursor, text), 200)}'");
        return null;
    }

    /// <summary>The same without a complaint.</summary>
    public static string? ExistingPath(this SourceCursor cursor)
    {
        if (cursor.Node is not SourceScalar { Text.Length: > 0 } scalar) return null;
        var path = PathOf(cursor, scalar.Text);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string PathOf(SourceCursor cursor, string text) =>
        Path.Combine(cursor.Context.Folder ?? Path.GetDirectoryName(cursor.Node.File) ?? "", text);
}
