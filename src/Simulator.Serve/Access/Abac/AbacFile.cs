using System.Text;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Serve.Access.Abac;

/// <summary>
/// Reads <c>--authorization-policy-file</c>: one JSON object a line; lines that begin with # and empty ones are skipped. Keys are found
/// whatever their case; one that nobody knows is ignored, as by 1.3, but remarked: a misspelt <c>readonly</c> lets people write.
/// </summary>
public static class AbacFile
{
    private const string Version = "abac.authorization.kubernetes.io/v1beta1";

    private const string Kind = "Policy";

    private static readonly ReadingRules Rules = ReadingRules.Annotation with { Unread = UnreadKeys.Reported };

    /// <summary>Null after errors.</summary>
    public static IReadOnlyList<AbacPolicy>? Read(string file, string text, Diagnostics diagnostics)
    {
        var policies = new List<AbacPolicy>();
        var line = 0;
        var errors = false;
        foreach (var content in text.Split('\n'))
        {
            line++;
            if (content.AsSpan().Trim() is [] or ['#', ..]) continue;
            var own = new Diagnostics();
            if (ReadLine(file, content.TrimEnd('\r'), own) is { } policy) policies.Add(policy);
            errors |= own.HasErrors;
            foreach (var found in own.All) diagnostics.Add(found with { Line = line });
        }

        return errors ? null : policies;
    }

    private static AbacPolicy? ReadLine(string file, string line, Diagnostics diagnostics)
    {
        var values = SourceTree.ParseJson(file, Encoding.UTF8.GetBytes(line), diagnostics);
        if (diagnostics.HasErrors) return null;
        var context = new ReadingContext(diagnostics, Rules, key => diagnostics.Remark(key.Entry.Value, key.Path.Says(Unknown(key))));
        if (values is [SourceMapping mapping]) return new SourceCursor(mapping, SourcePath.Root, context).Read(ReadPolicy);
        diagnostics.Error(file, 1, 1, $"holds {values.Count} values; allowed is one JSON object a line");
        return null;
    }

    private static string Unknown(UnreadKey key) =>
        key.Suggestion() is { } near ? $"is ignored; did you mean '{near}'?" : "is ignored, as 1.3 does";

    private static AbacPolicy ReadPolicy(FieldReader fields)
    {
        var (version, kind) = (fields.Text("apiVersion"), fields.Text("kind"));
        if (version.Length == 0 || kind.Length == 0) return ReadUnversioned(fields);
        if (version == Version && kind == Kind) return fields.Object("spec", ReadSpec) ?? new AbacPolicy();
        fields.Error($"no kind '{kind}' of version '{version}' is known; allowed is kind {Kind} of {Version}, or neither");
        return new AbacPolicy();
    }

    private static AbacPolicy ReadSpec(FieldReader fields) => new()
    {
        User = fields.Text("user"),
        Group = fields.Text("group"),
        IsReadOnly = fields.Flag("readonly"),
        ApiGroup = fields.Text("apiGroup"),
        Resource = fields.Text("resource"),
        Namespace = fields.Text("namespace"),
        NonResourcePath = fields.Text("nonResourcePath"),
    };

    /// <summary>Lines of 1.0: what is absent matches all (pkg/apis/abac/v0/conversion.go).</summary>
    private static AbacPolicy ReadUnversioned(FieldReader fields)
    {
        var (user, group) = (fields.Text("user"), fields.Text("group"));
        var (resource, home) = (fields.Text("resource"), fields.Text("namespace"));
        return new AbacPolicy
        {
            User = user.Length == 0 && group.Length == 0 ? "*" : user,
            Group = group,
            IsReadOnly = fields.Flag("readonly"),
            ApiGroup = "*",
            Resource = resource.Length == 0 ? "*" : resource,
            Namespace = home.Length == 0 ? "*" : home,
            NonResourcePath = resource.Length == 0 && home.Length == 0 ? "*" : "",
        };
    }
}
