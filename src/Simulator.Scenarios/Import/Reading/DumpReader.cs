using Simulator.Api.Documents;
using Simulator.Api.Foreign;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.Scenarios.Packed;

namespace Simulator.Scenarios.Import.Reading;

/// <summary>
/// The objects of a dump's files, one after the other. A brace or bracket begins JSON, unless the file's name says that it is YAML;
/// everything else is YAML.
/// </summary>
internal sealed class DumpReader(Diagnostics diagnostics)
{
    /// <summary>Names of the files that were read.</summary>
    public List<string> Files { get; } = [];

    public IEnumerable<DumpItem> Read(IEnumerable<string> paths)
    {
        foreach (var file in DumpFiles.Open(paths, diagnostics))
        {
            Files.Add(file.Name);
            using var items = Items(file).GetEnumerator();
            while (TryNext(items, file.Name)) yield return items.Current;
        }
    }

    private IEnumerable<DumpItem> Items(DumpFile file)
    {
        var peeked = new PeekedStream(file.Content, out var first);
        if (ForeignDump.Start(peeked.Start) is { } foreign)
        {
            if (file.IsGiven) diagnostics.Error(file.Name, 1, 1, foreign);
            yield break;
        }

        var content = new BufferedStream(peeked, 1 << 16);
        var isJson = first is '{' or '[' || (MayBeWarning(first) && IsNamedJson(file.Name));
        var items = isJson && !IsYaml(file.Name)
            ? JsonItems.Read(file.Name, content, diagnostics)
            : YamlItems.Read(file.Name, new StreamReader(content), diagnostics);
        foreach (var item in items) yield return item;
    }

    /// <summary>What kubectl has told people (<c>W0101 12:00:00 ...</c>, <c>Warning: ...</c>) may stand before it.</summary>
    private static bool MayBeWarning(int first) => first is 'W' or 'I' or 'E';

    private static bool IsNamedJson(string name) =>
        name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".json.gz", StringComparison.Ordinal);

    private static bool IsYaml(string name) => Path.GetExtension(name) is ".yaml" or ".yml";

    /// <summary>A packed file may be cut off anywhere.</summary>
    private bool TryNext(IEnumerator<DumpItem> items, string file)
    {
        try
        {
            return items.MoveNext();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(
                file, 0, 0, $"the file cannot be read to its end: {Wording.Shortened(broken.Message)}; what stands before is kept");
            return false;
        }
    }
}
