using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Scheduling;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>Reads scheduler policy files (<c>--policy-config-file</c>; kind Policy, apiVersion v1), in JSON or YAML.</summary>
/// <remarks>
/// plugin/pkg/scheduler/api/validation and factory/plugins.go of 1.3.10: an argument is exactly one of its kinds, a weight is
/// positive. Whether a name without an argument is registered is for the scheduler to say.
/// </remarks>
public static class SchedulerPolicyReader
{
    /// <summary>The policy of a file; null after an error was reported.</summary>
    public static SchedulerPolicy? ReadFile(string path, Diagnostics diagnostics)
    {
        var before = diagnostics.Errors.Count;
        var documents = SourceTree.ReadFile(path, diagnostics);
        if (documents.Count == 1) return Read(documents[0], diagnostics);
        if (diagnostics.Errors.Count == before)
        {
            diagnostics.Error(path, 0, 0, $"the file holds {documents.Count} documents; allowed is one policy");
        }
        return null;
    }

    /// <summary>The policy in a tree; null after an error was reported.</summary>
    /// <param name="plugins">Whose rules it may name, and which may answer for its extenders; null: there are none.</param>
    public static SchedulerPolicy? Read(SourceNode node, Diagnostics diagnostics, OwnRules? plugins = null)
    {
        var own = new Diagnostics();
        var context = new ReadingContext(own, ReadingRules.Scenario with { Unread = UnreadKeys.Reported }, key => Remark(key, own));
        var policy = new SourceCursor(node, SourcePath.Root, context)
            .Read(fields => ReadPolicy(fields, new PolicyEntryReader(plugins ?? OwnRules.None)));
        if (plugins is null && ExtendersOf(node) is [var first, ..]) own.Add(Uncalled(first));
        diagnostics.AddAll(own);
        return own.HasErrors ? null : policy;
    }

    internal static IReadOnlyList<SourceNode> ExtendersOf(SourceNode policy) =>
        (policy as SourceMapping)?["extenders"] is SourceSequence extenders ? extenders.Items : [];

    /// <summary>An official example has such a key ("extender"): the real scheduler passes over it in silence.</summary>
    private static void Remark(UnreadKey key, Diagnostics diagnostics)
    {
        var hint = key.Suggestion() is { } near ? $" (did you mean '{near}'?)" : "";
        diagnostics.Remark(
            key.File, key.Entry.Line, key.Entry.Column, key.Path.Says($"unknown key{hint}; ignored, as the real scheduler does"));
    }

    /// <summary>An extender is not called, and nothing answers in its place.</summary>
    /// <param name="at">Where it stands.</param>
    internal static Omission Uncalled(SourceNode at, string kind = "Policy") => new(
        Effect.ChangesDecisions, kind, "extenders",
        "HTTP extenders are not called: the scheduler decides without them, unless a plug-in answers in their place "
            + "(scheduler.extenders of the scenario)",
        at);

    private static SchedulerPolicy ReadPolicy(FieldReader fields, PolicyEntryReader entries)
    {
        fields.OneOf("kind", "Policy", "Policy");
        fields.OneOf("apiVersion", "v1", "v1");
        return new SchedulerPolicy
        {
            Predicates = fields.List("predicates", entries.ReadPredicate),
            Priorities = fields.List("priorities", entries.ReadPriority),
            Extenders = fields.List("extenders", ExtenderReader.Read),
        };
    }
}
