using Simulator.Api.Documents;
using Simulator.Api.Omissions;
using Simulator.Api.Words;

namespace Simulator.Api.Manifests;

/// <summary>Tells what manifests hold and nothing acts upon.</summary>
internal sealed class ManifestOmissions(Diagnostics diagnostics)
{
    /// <summary>So many fields of a kind are looked at for what they may have meant; a hostile file has any number.</summary>
    private const int SuggestionsMax = 100;

    private const string First = "1.3 ";

    private readonly Dictionary<(string Kind, string Field), FieldRule> _rules = [];

    private readonly Dictionary<string, int> _fieldsOf = new(StringComparer.Ordinal);

    /// <summary>An object of a kind, or of a version of it, that nobody reads.</summary>
    /// <param name="actedUpon">Names of rules that do not hold for the version of the cluster; none for 1.3.</param>
    public void AddKind(SourceMapping at, string kind, string version, IReadOnlySet<string> actedUpon)
    {
        var versions = actedUpon.Contains(kind) ? KindTable.AllVersionsOf(kind) : KindTable.VersionsOf(kind);
        var rule = versions.Count == 0 || KindRules.IsLeftOut(kind)
            ? KindRules.Find(kind, at)
            : new KindRule(kind, Effect.ChangesDecisions, $"left out: nobody reads {version}; allowed are {Wording.Listed(versions)}");
        if (rule.Effect is { } effect) diagnostics.Add(new Omission(effect, kind, "", Told(rule.Sentence, actedUpon), at));
    }

    /// <summary>A field that nobody reads.</summary>
    /// <param name="path">Where the object stands in its document.</param>
    /// <param name="actedUpon">Names of rules that do not hold for the version of the cluster.</param>
    public void AddField(string kind, SourceMapping @object, SourcePath path, UnreadKey key, IReadOnlySet<string> actedUpon)
    {
        var field = key.Path.ToPattern()[path.ToPattern().Length..].TrimStart('.');
        if (!_rules.TryGetValue((kind, field), out var rule)) _rules.Add((kind, field), rule = RuleOf(kind, field, key));
        if (actedUpon.Contains(rule.Name)) return;
        if (rule.Effect is { } effect && !rule.IsHarmless(key.Entry.Value))
        {
            diagnostics.Add(new Omission(effect, kind, field, Told(rule.Sentence, actedUpon), key, @object));
        }
    }

    /// <summary>Where a later version would act and this program does not, it does as 1.3: the sentence says what that is.</summary>
    private static string Told(string sentence, IReadOnlySet<string> actedUpon) =>
        actedUpon.Count > 0 && sentence.StartsWith(First, StringComparison.Ordinal)
            ? $"not simulated: it goes as in 1.3, which {sentence[First.Length..]}"
            : sentence;

    private FieldRule RuleOf(string kind, string field, UnreadKey key)
    {
        var count = _fieldsOf[kind] = _fieldsOf.GetValueOrDefault(kind) + 1;
        return FieldRules.Find(kind, field, count <= SuggestionsMax ? key.Suggestion() : null);
    }
}
