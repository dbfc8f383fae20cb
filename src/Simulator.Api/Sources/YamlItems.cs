using Simulator.Api.Documents;

namespace Simulator.Api.Sources;

/// <summary>
/// The Kubernetes objects of a YAML text, however long its lists are: a list as kubectl writes it is cut into its items, so that one
/// broken item does not cost the others.
/// </summary>
public static class YamlItems
{
    public static IEnumerable<DumpItem> Read(string file, TextReader text, Diagnostics diagnostics)
    {
        var document = new YamlDocumentLines();
        var line = 0;
        while (text.ReadLine() is { } next)
        {
            line++;
            if (!IsSeparator(next))
            {
                document.Add(next, line);
                if (!document.IsTooLong) continue;
                diagnostics.Error(
                    file, document.First, 1,
                    $"an object of this document has more than {SourceLimits.BytesMax >> 20} MiB up to line {line:N0}; the document is "
                        + "left out, and what follows it");
                yield break;
            }

            foreach (var item in document.Items(file, diagnostics)) yield return item;
            document = new YamlDocumentLines();
        }

        foreach (var item in document.Items(file, diagnostics)) yield return item;
    }

    private static bool IsSeparator(string line) =>
        line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("...", StringComparison.Ordinal);
}
