using System.Text.RegularExpressions;
using Simulator.Api.Documents;

namespace Simulator.Api.Foreign;

/// <summary>Templates: files in which a program fills in values before they are manifests.</summary>
internal static partial class ForeignTemplate
{
    private const string Helm = "a Helm template, not a manifest; render the chart first: helm template . > all.yaml";

    private const string Other = "a template, not a manifest; fill it in first, and give what comes out";

    /// <summary>A parser may notice some lines later that a mark is no YAML.</summary>
    private const int LinesBefore = 4;

    /// <summary>Free text, in which others may keep templates of their own.</summary>
    private static readonly string[] FreeText =
    [
        "data", "stringData", "binaryData", "annotations", "args", "command", "env", "description",
    ];

    /// <summary>What a text is that cannot be read; null if nothing near the place is left to be filled in.</summary>
    /// <param name="line">Where reading gave up, from 1.</param>
    public static string? OfBroken(string text, int line)
    {
        var near = string.Join('\n', text.Split('\n').Take(line).TakeLast(LinesBefore));
        if (HelmMark().IsMatch(near)) return Helm;
        return Mark().IsMatch(near) ? Other : null;
    }

    /// <summary>What documents are that can be read, because all their marks stand in quotes; null if they have none.</summary>
    public static string? OfTree(IReadOnlyList<SourceNode> documents) => documents.Any(HasMark) ? Helm : null;

    private static bool HasMark(SourceNode node) => node switch
    {
        SourceScalar scalar => scalar.Text.Contains("{{", StringComparison.Ordinal) && HelmMark().IsMatch(scalar.Text),
        SourceSequence sequence => sequence.Items.Any(HasMark),
        SourceMapping mapping =>
            IsOfKubernetes(mapping) && mapping.Entries.Any(entry => !FreeText.Contains(entry.Key) && HasMark(entry.Value)),
        _ => false,
    };

    /// <summary>Kinds that somebody else defined may hold templates of their own.</summary>
    private static bool IsOfKubernetes(SourceMapping mapping) =>
        mapping["kind"] is not SourceScalar
            || mapping["apiVersion"] is not SourceScalar version
            || !version.Text.Contains('.', StringComparison.Ordinal)
            || version.Text.Contains(".k8s.io/", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\{\{-? *(\.(Values|Release|Chart|Capabilities|Files|Template)\b|include +""|template +""|define +""|if |range |with |"
            + @"end *-?\}\}|else|tpl |required +""|toYaml |\$[\w.]* *:?=|/\*|\$?\.)")]
    private static partial Regex HelmMark();

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}|<%.*?%>")]
    private static partial Regex Mark();
}
