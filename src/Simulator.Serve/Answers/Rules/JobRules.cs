using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules;

/// <summary>Jobs select their pods by their uid (generateSelector in pkg/registry/job/strategy.go).</summary>
internal static class JobRules
{
    public static void Prepare(JsonObject job)
    {
        var spec = job.Child("spec");
        if (spec["manualSelector"].IsTrue()) return;
        var (name, uid) = (job["metadata"].Text("name"), job["metadata"].Text("uid"));
        var labels = spec.Child("template").Child("metadata").Child("labels");
        if (!labels.ContainsKey("job-name")) labels["job-name"] = name;
        if (!labels.ContainsKey("controller-uid")) labels["controller-uid"] = uid;
        var selected = spec.Child("selector").Child("matchLabels");
        if (!selected.ContainsKey("controller-uid")) selected["controller-uid"] = uid;
    }
}
