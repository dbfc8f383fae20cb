using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Tries each entry of a policy alone, so that an error can point at it.</summary>
internal sealed class PolicyNames(SourceMapping document, OwnRules plugins, Diagnostics diagnostics)
{
    /// <summary>A name that is like none that is registered is remarked upon, and no error.</summary>
    public bool MayBeOwn { get; init; }

    public void Check(SchedulerPolicy policy)
    {
        for (var i = 0; i < policy.Predicates.Count; i++)
        {
            Try(new SchedulerPolicy { Predicates = [policy.Predicates[i]], Priorities = [] }, "predicates", i, PredicateTable.Names);
        }
        for (var i = 0; i < policy.Priorities.Count; i++)
        {
            Try(new SchedulerPolicy { Predicates = [], Priorities = [policy.Priorities[i]] }, "priorities", i, PriorityTable.Names);
        }
    }

    private void Try(SchedulerPolicy policy, string key, int index, IEnumerable<string> registered)
    {
        var entry = ((SourceSequence)document[key]!).Items[index];
        var node = (entry as SourceMapping)?["name"] ?? entry;
        var path = SourcePath.Root.Child(key).Child(index).Child("name");
        try
        {
            if (SchedulingAlgorithm.From(policy, new SchedulerSettings(), out var errors) is not null) return;
            var name = (node as SourceScalar)?.Text ?? "";
            var isOwn = MayBeOwn && Wording.Nearest(name, registered) is null;
            foreach (var error in errors) Tell(node, path.Says(error + Hint(name)), isOwn);
        }
        catch (ArgumentException refusal)
        {
            diagnostics.Error(node, path.Says($"the plug-in does not take its settings: {refusal.Message}"));
        }
        catch (PluginFailedException failure)
        {
            diagnostics.Error(node, path.Says(failure.Message));
        }
    }

    private void Tell(SourceNode node, string sentence, bool isOwn)
    {
        if (plugins.IsIncomplete) return;
        if (isOwn) diagnostics.Remark(node, sentence);
        else diagnostics.Error(node, sentence);
    }

    /// <summary>A plug-in may have it, or be meant.</summary>
    private string Hint(string name) =>
        plugins.Find(name) is { } other ? $"; {other.Name} of {other.File} is something else"
        : plugins.Rules.Count == 0 ? "; a rule of one's own comes with --plugin"
        : $"; the plug-ins have {string.Join(", ", plugins.Rules.Select(rule => rule.Name))}";
}
