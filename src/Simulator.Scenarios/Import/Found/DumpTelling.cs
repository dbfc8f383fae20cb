using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;

namespace Simulator.Scenarios.Import.Found;

/// <summary>Tells what of the found objects is not acted upon, and whether an object can be read back at all.</summary>
/// <remarks>Of cleaned ones: what servers add to every object, and what is said in the words of 1.3, is nothing to tell.</remarks>
/// <param name="actedUpon">What the version acts upon beyond 1.3.</param>
internal sealed class DumpTelling(Diagnostics diagnostics, IReadOnlySet<string> actedUpon)
{
    /// <summary>Of an object that goes no further.</summary>
    public void Tell(in DumpItem item)
    {
        var own = new Diagnostics();
        new ManifestReader(own) { TakesAsFound = true, ActedUpon = actedUpon }.Read([item.Node], item.Kind, item.Version);
        diagnostics.AddOmissions(own);
    }

    /// <summary>Of pods that are alike.</summary>
    /// <returns>False: it was told what is wrong with them, and that they are left out.</returns>
    public bool Tell(JsonObject pod, IReadOnlyList<DumpPod> pods)
    {
        var own = Read(pod);
        if (own.HasErrors)
        {
            var (first, more) = (pods[0].Place, pods.Count == 1 ? "" : $" ({pods.Count:N0} pods alike)");
            diagnostics.Remark(
                first.File, first.Line, first.Column, $"Pod{more} cannot be read: {own.Errors[0].Message}; left out");
            return false;
        }

        foreach (var found in pods) Tell(own.Omissions, found.Place);
        return true;
    }

    /// <summary>False: it was told what is wrong with it, and that it is left out.</summary>
    public bool IsReadable(in DumpItem item, JsonObject cleaned)
    {
        var own = Read(cleaned);
        if (own.HasErrors)
        {
            diagnostics.Remark(item.Node, $"{item.Kind} cannot be read: {own.Errors[0].Message}; left out");
            return false;
        }

        Tell(own.Omissions, FilePlace.Of(item.Node));
        return true;
    }

    private void Tell(IEnumerable<Omission> told, FilePlace place)
    {
        foreach (var one in told)
        {
            diagnostics.Add(new Omission(one.Effect, one.Kind, one.Field, one.Sentence, place.File, place.Line, place.Column));
        }
    }

    private Diagnostics Read(JsonObject cleaned)
    {
        var own = new Diagnostics();
        new ManifestReader(own) { TakesAsFound = true, ActedUpon = actedUpon }
            .Read(SourceTree.ParseJson("", Encoding.UTF8.GetBytes(cleaned.ToJsonString()), own));
        return own;
    }
}
