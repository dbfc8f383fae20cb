using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>Jobs as extensions shows them: autoSelector is the opposite of manualSelector, and what is not set is false.</summary>
internal sealed class BetaJobs : IView
{
    public void ToStored(JsonObject document) => Turn(document, "autoSelector", "manualSelector");

    public void ToShown(JsonObject document) => Turn(document, "manualSelector", "autoSelector");

    private static void Turn(JsonObject job, string from, string to)
    {
        var spec = job.Child("spec");
        var isSet = spec[from].IsTrue();
        spec.Remove(from);
        if (isSet) return;
        var place = spec.ContainsKey("selector") ? spec.IndexOf("selector") + 1 : 0;
        spec.Insert(place, to, true);
    }
}
