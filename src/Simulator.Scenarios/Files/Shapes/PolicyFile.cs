using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Scheduling;
using Simulator.Scenarios.Extending;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>A scheduler policy whose names are registered, or those of plug-ins.</summary>
public static class PolicyFile
{
    internal const string NobodyAnswers = "it has extenders, and only a scenario says who answers for them (scheduler: extenders)";

    /// <summary>The policy behind a path in a scenario; null after an error.</summary>
    internal static SchedulerPolicy? Read(SourceCursor cursor) =>
        cursor.RelatedPath() is { } path ? Read(path, cursor.Context.Diagnostics, PluginKey.Of(cursor.Context)) : null;

    /// <summary>A policy for a scheduler without a scenario; null after an error.</summary>
    /// <param name="plugins">Libraries with rules that it may name.</param>
    public static SchedulerPolicy? Read(string path, Diagnostics diagnostics, IReadOnlyList<Setting> plugins)
    {
        var rules = PluginKey.Of(plugins, diagnostics);
        if (diagnostics.HasErrors || Read(path, diagnostics, rules) is not { } policy) return null;
        if (policy.Extenders.Count == 0) return policy;
        diagnostics.Error(path, 0, 0, NobodyAnswers);
        return null;
    }

    /// <summary>Null after an error: not a policy, or a name that nothing is registered under.</summary>
    public static SchedulerPolicy? Read(string path, Diagnostics diagnostics, OwnRules plugins)
    {
        var own = new Diagnostics();
        var documents = SourceTree.ReadFile(path, own);
        var policy = documents.Count == 1 ? SchedulerPolicyReader.Read(documents[0], own, plugins) : null;
        if (documents.Count != 1 && !own.HasErrors)
        {
            own.Error(path, 0, 0, $"the file holds {documents.Count} documents; allowed is one policy");
        }
        if (policy is not null) new PolicyNames((SourceMapping)documents[0], plugins, own).Check(policy);
        diagnostics.AddAll(own);
        return own.HasErrors ? null : policy;
    }

    /// <summary>
    /// A policy that stands for itself: a name that nothing is registered under may be a plug-in's, which whoever runs it will bring.
    /// </summary>
    internal static void Judge(string path, Diagnostics diagnostics, OwnRules plugins)
    {
        var own = new Diagnostics();
        var documents = SourceTree.ReadFile(path, own);
        var policy = documents.Count == 1 ? SchedulerPolicyReader.Read(documents[0], own, plugins) : null;
        if (policy is not null)
        {
            new PolicyNames((SourceMapping)documents[0], plugins, own) { MayBeOwn = plugins.Rules.Count == 0 }.Check(policy);
            if (SchedulerPolicyReader.ExtendersOf(documents[0]) is [var first, ..]) own.Add(SchedulerPolicyReader.Uncalled(first));
        }
        diagnostics.AddAll(own);
    }
}
