using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Api.Manifests;

/// <summary>
/// Finds the manifests behind a path: the file itself, or all of a folder and of the folders below it. Links are followed (a mounted
/// ConfigMap is made of them), each folder is read once, and what cannot be read is told.
/// </summary>
public static class ManifestFiles
{
    /// <summary>In the byte order of their paths, so that every machine reads them alike.</summary>
    public static IReadOnlyList<string> Find(string path, Diagnostics diagnostics)
    {
        if (!Directory.Exists(path)) return [path];
        var errors = diagnostics.ErrorCount;
        var walk = new FolderWalk(diagnostics);
        walk.Enter(path, RealPath.Of(path));
        string[] files = [.. walk.Files.Order(StringComparer.Ordinal)];
        if (files.Length == 0 && diagnostics.ErrorCount == errors)
        {
            diagnostics.Error(path, 0, 0, "the folder holds no files to read; allowed are files that end in .yaml, .yml or .json");
        }
        return files;
    }

    private sealed class FolderWalk(Diagnostics diagnostics)
    {
        private const int DepthMax = 32;

        private static readonly EnumerationOptions Visible = new()
        {
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = false,
        };

        private readonly HashSet<string> _entered = new(StringComparer.Ordinal);

        public List<string> Files { get; } = [];

        /// <param name="real">Where it is in truth, links resolved: a folder to which several lead is entered once.</param>
        public void Enter(string folder, string real, int depth = 0)
        {
            if (!_entered.Add(real)) return;
            if (depth > DepthMax)
            {
                diagnostics.Error(folder, 0, 0, $"the folder is nested more than {DepthMax} folders deep; allowed are at most as many");
                return;
            }

            try
            {
                var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Visible)
                    .OrderBy(entry => entry.LinkTarget is not null)
                    .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                    .ToList();
                foreach (var entry in entries) Take(entry, Path.Combine(folder, entry.Name), real, depth);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                var why = failure is UnauthorizedAccessException
                    ? "may not be read"
                    : $"cannot be read: {Wording.Shortened(failure.Message)}";
                diagnostics.Error(folder, 0, 0, $"the folder {why}");
            }
        }

        private void Take(FileSystemInfo entry, string path, string real, int depth)
        {
            if (Directory.Exists(path))
            {
                Enter(path, entry.LinkTarget is null ? Path.Combine(real, entry.Name) : RealPath.Of(path), depth + 1);
            }
            else if (IsManifest(path))
            {
                Files.Add(path);
            }
        }
    }

    private static bool IsManifest(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml" or ".json";
}
