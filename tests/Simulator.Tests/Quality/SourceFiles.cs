namespace Simulator.Tests.Quality;

/// <summary>The program's own source files, as text.</summary>
internal static class SourceFiles
{
    /// <summary>Of src: path below it with '/', and text.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } = Below(Repository.Folder("src"));

    public static IReadOnlyList<(string Path, string Text)> Below(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(file => !file.Path.Split('/').Any(part => part is "obj" or "bin"))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, File.ReadAllText(file.File).ReplaceLineEndings("\n"))),
    ];
}
