using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Applications that select no pod of the scenario: nothing of what they say happens.</summary>
internal sealed class UnselectedByApplications : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var (application, fields) in view.Applications)
        {
            if (SelectedPods.IsAny(application.Selector, application.Namespace, view)) continue;
            var what = application.Selector.Count == 0 ? "" : $" with {Wording.Shortened(application.Selector.ToString())}";
            var near = SelectedPods.Near(application.Selector, application.Namespace, view);
            yield return new Omission(
                Effect.ChangesDecisions, "application", "selector",
                $"selects no pod of the scenario (none of namespace {application.Namespace}{what}): nothing of it happens{near}",
                FieldPlace.Of(fields.Node, "selector") ?? fields.Node, fields.Node);
        }
    }
}
