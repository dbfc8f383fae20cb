using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.Api.Validation;
using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>Rows of text: what is changed in a valid manifest, and what the API server of 1.3.10 says then.</summary>
/// <remarks>
/// <c>EDIT ; EDIT => MESSAGE | MESSAGE</c>, or <c>=> ok</c>. An edit is <c>path = YAML</c>, or <c>path -</c>, which takes the field away.
/// <c>decoder: WORDS</c>
/// stands for an error of the reader that contains the words. Lines that begin with # are comments.
/// </remarks>
internal static partial class RuleTable
{
    /// <param name="words">Sentences that come often: <c>%Name%</c> in the table. <c>%a*63%</c> stands for 63 letters a.</param>
    public static TheoryData<string> Rows(string table, params IEnumerable<(string Name, string Text)> words)
    {
        foreach (var (name, text) in words) table = table.Replace($"%{name}%", text, StringComparison.Ordinal);
        var rows = new TheoryData<string>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith('#')) rows.Add(line);
        }

        return rows;
    }

    /// <summary>Holds one row against the rules for objects that are created.</summary>
    /// <param name="actedUpon">By the version beyond 1.3.</param>
    public static void Check(string manifest, string row, IReadOnlySet<string>? actedUpon = null)
    {
        var (edits, expected) = Split(row);
        var (objects, diagnostics) = Read(Edited(manifest, edits), actedUpon);
        if (expected.StartsWith("decoder: ", StringComparison.Ordinal))
        {
            Assert.Contains(expected[9..], Assert.Single(diagnostics.Errors).Message);
            return;
        }

        Assert.Empty(diagnostics.Errors);
        var found = ObjectRules.OnCreate(AsCreated(Assert.Single(objects)), actedUpon);
        Assert.Equal(Messages(expected), found.Select(error => error.ToString().TrimEnd()));
        Assert.Equal(
            found.Count, diagnostics.Refusals.Count(refusal => refusal.Message.StartsWith(objects[0].Kind, StringComparison.Ordinal)));
    }

    /// <summary>Holds one row against the rules for objects that are changed so.</summary>
    public static void CheckUpdate(string manifest, string row, IReadOnlySet<string>? actedUpon = null)
    {
        var (edits, expected) = Split(row);
        var kind = edits.Split(" ; ")[0] is var first && first.StartsWith("kind = ", StringComparison.Ordinal) ? first : "";
        var stored = AsCreated(Assert.Single(Read(Edited(manifest, kind), actedUpon).Objects));
        var (objects, diagnostics) = Read(Edited(manifest, edits), actedUpon);
        Assert.Empty(diagnostics.Errors);
        var wanted = objects[0] with { Metadata = objects[0].Metadata with { Uid = stored.Metadata.Uid } };
        if (wanted is Job job) wanted = JobSelector.Generate(job);
        Assert.Equal(Messages(expected), ObjectRules.OnUpdate(stored, wanted, actedUpon).Select(error => error.ToString().TrimEnd()));
    }

    public static ApiObject AsCreated(ApiObject value)
    {
        var meta = value.Metadata;
        var name = meta.Name.Length > 0 || meta.GenerateName.Length == 0 ? meta.Name : GeneratedNames.Make(meta.GenerateName, "xxxxx");
        var stored = value with { Metadata = meta with { Name = name, Uid = "uid" } };
        return stored is Job job ? JobSelector.Generate(job) : stored;
    }

    private static (string Edits, string Expected) Split(string row)
    {
        row = Repetition()
            .Replace(row, match => new string(match.Groups[1].Value[0], int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)));
        var middle = row.LastIndexOf("=> ", StringComparison.Ordinal);
        return (row[..middle].Trim(), row[(middle + 3)..].Trim());
    }

    private static string[] Messages(string expected) => expected == "ok" ? [] : expected.Split(" | ", StringSplitOptions.TrimEntries);

    private static (IReadOnlyList<ApiObject> Objects, Diagnostics Diagnostics) Read(JsonNode document, IReadOnlySet<string>? actedUpon)
    {
        var diagnostics = new Diagnostics();
        var objects = new ManifestReader(diagnostics) { ActedUpon = actedUpon ?? FrozenSet<string>.Empty }
            .Read(SourceTree.ParseJson("m.json", Encoding.UTF8.GetBytes(document.ToJsonString()), diagnostics));
        return (objects, diagnostics);
    }

    private static JsonNode Edited(string manifest, string edits)
    {
        var document = ManifestEdit.Tree(manifest)!;
        foreach (var edit in edits.Split(" ; ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = edit.IndexOf(" = ", StringComparison.Ordinal);
            if (sign < 0) ManifestEdit.Remove(document, edit.TrimEnd('-').Trim());
            else ManifestEdit.Set(document, edit[..sign].Trim(), edit[(sign + 3)..].Trim());
        }

        return document;
    }

    [GeneratedRegex(@"%(.)\*(\d+)%")]
    private static partial Regex Repetition();
}
