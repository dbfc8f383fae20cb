using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Controllers.Nodes.Tainting;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Reads labels and annotations that are set or taken away, and taints. What cannot be read has been reported.</summary>
internal static class PairText
{
    public static readonly ValueForm Form = new("map of texts", _ => new JsonObject
    {
        ["type"] = "object",
        ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "null") },
    });

    private static readonly string[] Effects = ["NoSchedule", "PreferNoSchedule", TaintKeys.NoExecute];

    public static PairChange Labels(SourceCursor cursor) => Read(cursor, CheckLabel);

    public static PairChange Annotations(SourceCursor cursor) => Read(cursor, (_, _) => { });

    /// <summary>
    /// parseTaints in pkg/kubectl/cmd/taint.go of 1.3.10, and what later kubectls take as well: which of it the version knows is judged
    /// with the cluster.
    /// </summary>
    public static TaintChange Taints(SourceCursor cursor)
    {
        var (set, removed, later) = (new List<Taint>(), new List<string>(), default(string));
        foreach (var item in cursor.Items())
        {
            if (item.Text() is not { } text) continue;
            if (text.EndsWith($":{TaintKeys.NoExecute}", StringComparison.Ordinal)) later ??= text;
            if (text.Split('=') is [var key, var rest] && rest.Split(':') is [var value, var effect])
            {
                set.AddRange(TaintOf(item, key, value, effect));
            }
            else if (text.Split(':') is [{ Length: > 0 } bare, var its] && bare.IndexOf('=') < 0 && Effects.Contains(its.TrimEnd('-')))
            {
                later ??= text;
                if (its.EndsWith('-')) removed.Add(text[..^1]);
                else set.AddRange(TaintOf(item, bare, "", its));
            }
            else if (text.Length > 1 && text.EndsWith('-') && text.IndexOfAny(['=', ':']) < 0) removed.Add(text[..^1]);
            else
            {
                item.Error($"found '{Wording.Shortened(text)}'; allowed is KEY=VALUE:EFFECT with the effect {Wording.Listed(Effects)}, "
                    + "or KEY- to take one away (where a node may have several taints of a key, KEY:EFFECT and KEY:EFFECT-, too)");
            }
        }

        foreach (var taint in set.Where(taint => removed.Contains(taint.Key) || removed.Contains($"{taint.Key}:{taint.Effect}")))
        {
            cursor.Error($"'{taint.Key}' is set and taken away; allowed is one of both");
        }
        return new TaintChange(set, removed) { Later = later };
    }

    private static IEnumerable<Taint> TaintOf(SourceCursor item, string key, string value, string effect)
    {
        var problems = item.Context.Diagnostics.Errors.Count;
        CheckLabel(item, KeyValuePair.Create(key, value));
        if (!Effects.Contains(effect))
        {
            item.Error($"found the effect '{Wording.Shortened(effect)}'; allowed are "
                + $"{Wording.Listed(Effects)}{Wording.DidYouMean(effect, Effects)}");
        }
        return item.Context.Diagnostics.Errors.Count == problems ? [new Taint(key, value, effect)] : [];
    }

    private static PairChange Read(SourceCursor cursor, Action<SourceCursor, KeyValuePair<string, string>> check)
    {
        var (set, removed) = (new List<KeyValuePair<string, string>>(), new List<string>());
        foreach (var (key, value) in cursor.Entries())
        {
            if (key.EndsWith('-') && key.Length > 1)
            {
                if (!value.Node.IsNull && value.Node is not SourceScalar { Text.Length: 0 })
                {
                    value.Error($"found {value.Describe()}; a key that ends in '-' is taken away and has no value");
                }
                removed.Add(key[..^1]);
            }
            else if (value.Text() is { } text)
            {
                check(value, KeyValuePair.Create(key, text));
                set.Add(KeyValuePair.Create(key, text));
            }
        }

        foreach (var (key, _) in set.Where(pair => removed.Contains(pair.Key)))
        {
            cursor.Error($"'{Wording.Shortened(key)}' is set and taken away; allowed is one of both");
        }
        return new PairChange(LabelSet.Of(set), removed);
    }

    private static void CheckLabel(SourceCursor place, KeyValuePair<string, string> label)
    {
        if (!LabelRules.IsValidKey(label.Key))
        {
            place.Error($"'{Wording.Shortened(label.Key)}' is not a label key; allowed are {LabelRules.KeyRule}");
        }
        if (!LabelRules.IsValidValue(label.Value))
        {
            place.Error($"'{Wording.Shortened(label.Value)}' is not a label value; allowed are {LabelRules.ValueRule}");
        }
    }
}
