using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// Holds what init containers do against the workloads that an application selects: a name that none of their pods has changes nothing.
/// </summary>
internal static class InitCheck
{
    public static void Check(IReadOnlyList<Placed<ApplicationSpec>> applications, IReadOnlyList<WorkloadSpec> workloads)
    {
        var owners = workloads.SelectMany(workload => workload.Objects)
            .OfType<IPodOwner>()
            .ToLookup(owner => StateCheck.Of(applications, (ApiObject)owner));
        foreach (var application in applications.Where(application => owners[application].Any()))
        {
            var names = owners[application]
                .SelectMany(owner => owner.Template.Spec.InitContainers)
                .Select(container => container.Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ToList();
            for (var i = 0; i < application.Value.Init.Count; i++) Check(application.Fields, i, application.Value.Init[i].Name, names);
        }
    }

    private static void Check(FieldReader application, int index, string name, List<string> names)
    {
        if (name.Length == 0 || names.Contains(name)) return;
        var allowed = names.Count == 0 ? "they have none" : $"allowed are {Wording.Listed(names)}";
        var place = ((application.Node["init"] as SourceSequence)?.Items[index] as SourceMapping)?["name"] ?? application.Node;
        application.Context.Diagnostics.Error(
            place,
            application.Path.Child("init").Child(index).Child("name").Says(
                $"no init container '{Wording.Shortened(name)}' in the pods that the application selects; {allowed}"));
    }
}
