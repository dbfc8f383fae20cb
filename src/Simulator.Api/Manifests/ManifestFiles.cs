using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Api.Manifests;

/// <summary>Finds the manifests behind a path: the file itself, or all of a folder and of the folders below it.</summary>
public static class ManifestFiles
{
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        MaxRecursionDepth = 32,
    };

    /// <summary>In the byte order of their paths, so that every machine reads them alike.</summary>
    public static IReadOnlyList<string> Find(string path, Diagnostics diagnostics)
    {
        if (!Directory.Exists(path)) return [path];
        try
        {
            string[] files = [.. Directory.EnumerateFiles(path, "*", Everywhere).Where(IsManifest).Order(StringComparer.Ordinal)];
            if (files.Length == 0)
            {
                diagnostics.Error(path, 0, 0, "the folder holds no files to read; allowed are files that end in .yaml, .yml or .json");
            }
            return files;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(path, 0, 0, $"the folder cannot be read: {Wording.Shortened(failure.Message)}");
            return [];
        }
    }

    private static bool IsManifest(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml" or ".json";
}
