using System.Formats.Tar;
using System.IO.Compression;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Packed;

namespace Simulator.Scenarios.Import.Reading;

/// <summary>
/// The files behind what somebody gives: files, folders and those below, packed ones (<c>.gz</c>) and archives (<c>.tar</c>,
/// <c>.tar.gz</c>). Logs and whatever else such folders hold are passed over.
/// </summary>
internal static class DumpFiles
{
    private static readonly string[] Endings = [".json", ".yaml", ".yml", ".ndjson", ".jsonl"];

    /// <summary>sos reports call a file as the command that wrote it: <c>kubectl_get_-o_json_nodes</c>.</summary>
    private static readonly string[] Commands = ["_-o_json", "_-o_yaml", "_-ojson", "_-oyaml", "_--output_json", "_--output_yaml"];

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32 };

    /// <summary>One after the other, a folder's in the byte order of their paths.</summary>
    public static IEnumerable<DumpFile> Open(IEnumerable<string> paths, Diagnostics diagnostics) =>
        paths.SelectMany(path => Directory.Exists(path) ? InFolder(path, diagnostics) : OpenFile(path, diagnostics, isGiven: true));

    private static IEnumerable<DumpFile> InFolder(string folder, Diagnostics diagnostics)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", Below).Where(IsMeant).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            diagnostics.Error(
                folder, 0, 0, "the folder holds no dump; read are .json, .ndjson, .yaml and .yml, packed (.gz) or not, and .tar.gz");
        }
        return files.SelectMany(file => OpenFile(file, diagnostics, isGiven: false));
    }

    private static bool IsMeant(string file) => IsArchive(file) || IsDump(file);

    private static bool IsDump(string file) => Endings.Contains(EndingOf(file))
        || Array.Exists(Commands, command => Path.GetFileName(file).Contains(command, StringComparison.Ordinal));

    private static bool IsArchive(string file) =>
        file.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    private static string EndingOf(string file) =>
        Path.GetExtension(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file).ToLowerInvariant();

    private static IEnumerable<DumpFile> OpenFile(string path, Diagnostics diagnostics, bool isGiven)
    {
        if (Opened(path, diagnostics) is not { } file) yield break;
        using (file)
        {
            if (!IsArchive(path))
            {
                yield return new DumpFile(path, file, isGiven);
                yield break;
            }

            using var archive = new TarReader(file);
            while (Next(archive, path, diagnostics) is { } entry)
            {
                var name = $"{path}:{entry.Name.TrimStart('.', '/')}";
                if (entry.DataStream is not { } content || !IsDump(entry.Name)) continue;
                using var unpacked = Unpacked(content, entry.Name);
                yield return new DumpFile(name, unpacked, IsGiven: false);
            }
        }
    }

    /// <summary>The content, unpacked; null after an error.</summary>
    private static Stream? Opened(string path, Diagnostics diagnostics)
    {
        try
        {
            return PackedFile.Open(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            diagnostics.Error(path, 0, 0, PackedFile.Sentence(failure));
            return null;
        }
    }

    private static TarEntry? Next(TarReader archive, string path, Diagnostics diagnostics)
    {
        try
        {
            return archive.GetNextEntry();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or IOException or FormatException)
        {
            diagnostics.Error(
                path, 0, 0, $"the archive is cut off or broken: {Wording.Shortened(broken.Message)}; what stands before is kept");
            return null;
        }
    }

    private static Stream Unpacked(Stream content, string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(content, CompressionMode.Decompress) : content;
}
