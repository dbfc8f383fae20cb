using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files;

namespace Simulator.Tests.Scenarios;

/// <summary>A small scenario and short ways to change it: <c>2> duration: 10</c> replaces line 2, <c>+> outages: []</c> appends.</summary>
internal static class ScenarioText
{
    /// <summary>Line numbers of the cases refer to this text.</summary>
    public const string Small = """
        scenario: s
        duration: 10m
        clusters:
          - name: c
            region: r
            zones: [a, b]
            nodePools:
              - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4 }
            workloads:
              - generate: { count: 2, replicas: 3, cpu: 100m, memory: 1Gi }
            start: settled
        """;

    /// <summary>Applies edits that stand in one line, separated by <c>;;</c>.</summary>
    public static string With(string edits)
    {
        var lines = Small.Split('\n').ToList();
        foreach (var edit in edits.Split(";;"))
        {
            var mark = edit.IndexOf('>');
            var (where, text) = (edit[..mark].Trim(), edit[(mark + 1)..].TrimEnd());
            text = text.StartsWith(' ') ? text[1..] : text;
            if (where == "+") lines.Add(text);
            else lines[int.Parse(where, System.Globalization.CultureInfo.InvariantCulture) - 1] = text;
        }

        return string.Join('\n', lines);
    }

    public static ScenarioFile Read(string yaml)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ParseYaml("s.yaml", yaml, diagnostics);
        return documents.Count == 1 ? ScenarioReader.Read(documents[0], diagnostics) : new ScenarioFile(null, diagnostics, []);
    }
}
