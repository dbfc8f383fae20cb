using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;

namespace Simulator.Scenarios.Import.Found;

/// <summary>Tells what of the found objects is not acted upon, and whether an object can be read back at all.</summary>
internal sealed class DumpTelling(Diagnostics diagnostics)
{
    /// <summary>What of an object as it was found is not acted upon. What is broken in it has been told by whoever asked for more.</summary>
    public void Tell(in DumpItem item)
    {
        var own = new Diagnostics();
        new ManifestReader(own) { TakesAsFound = true }.Read([item.Node], item.Kind, item.Version);
        diagnostics.AddOmissions(own);
    }

    /// <summary>The same of pods that are alike.</summary>
    public void Tell(PodShape shape, IEnumerable<DumpPod> pods)
    {
        var own = new Diagnostics();
        new ManifestReader(own) { TakesAsFound = true }.Read([shape.First], "Pod", "v1");
        foreach (var pod in pods)
        {
            foreach (var found in own.Omissions)
            {
                diagnostics.Add(new Omission(
                    found.Effect, found.Kind, found.Field, found.Sentence, pod.Place.File, pod.Place.Line, pod.Place.Column));
            }
        }
    }

    /// <summary>False: it was told what is wrong with it, and that it is left out.</summary>
    public bool IsReadable(in DumpItem item, JsonObject cleaned)
    {
        var own = new Diagnostics();
        new ManifestReader(own) { TakesAsFound = true }.Read(SourceTree.ParseJson("", Encoding.UTF8.GetBytes(cleaned.ToJsonString()), own));
        if (own.HasErrors)
        {
            diagnostics.Remark(item.Node, $"{item.Kind} cannot be read: {own.Errors[0].Message}; left out");
            return false;
        }

        Tell(item);
        return true;
    }
}
