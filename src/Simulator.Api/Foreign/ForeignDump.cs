using System.Text;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Api.Foreign;

/// <summary>Files that cannot be a dump of a cluster, told by how they begin; objects in one that are none of Kubernetes.</summary>
public static class ForeignDump
{
    private const string Allowed = "allowed is what kubectl get -o json or -o yaml writes";

    /// <summary>The sentence about the file; null if it may be a dump.</summary>
    /// <param name="start">Its first bytes, unpacked.</param>
    public static string? Start(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty) return $"the file is empty; {Allowed}";
        if (start.IndexOfAnyExcept(" \t\r\n"u8) < 0) return $"the file holds nothing but blanks; {Allowed}";
        if (ForeignBytes.What(start) is { } binary) return Sentence(binary, ForeignText.Allowed);
        var text = Encoding.UTF8.GetString(start);
        if (ForeignText.What(text) is { } other) return Sentence(other, ForeignText.Allowed);
        return IsOfObjects(text)
            ? null
            : $"neither JSON nor YAML of objects: it begins with '{Wording.Shortened(text.Trim())}'; {Allowed}";
    }

    /// <summary>The sentence about an object; null if nobody knows it.</summary>
    public static string? Object(SourceMapping document) =>
        ForeignDocument.What(document.File, [document]) is { } what ? Sentence(what, ForeignDocument.Allowed) : null;

    private static string Sentence(string what, string allowed) =>
        $"this is {what.Replace(allowed, Allowed, StringComparison.Ordinal)}";

    /// <summary>A brace or a bracket somewhere, or a line with a key, a dash or a mark: so begins whatever holds objects.</summary>
    private static bool IsOfObjects(string text) =>
        text.AsSpan().ContainsAny('{', '[') || text.Split('\n').Any(static line => IsOfYaml(line.AsSpan().Trim()));

    private static bool IsOfYaml(ReadOnlySpan<char> line) =>
        line is ['-', ..] or ['#', ..] or ['%', ..] || line.EndsWith(":") || line.IndexOf(": ") > 0;
}
