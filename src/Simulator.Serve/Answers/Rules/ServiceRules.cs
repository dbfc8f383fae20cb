using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules;

/// <summary>Services (pkg/registry/service/strategy.go).</summary>
internal static class ServiceRules
{
    public static void Export(JsonObject service)
    {
        service["status"] = new JsonObject();
        var spec = service.Child("spec");
        if (spec.Text("clusterIP") != "None") spec["clusterIP"] = "<unknown>";
        if (spec.Text("type") != "NodePort") return;
        foreach (var port in spec["ports"].Objects()) port.Remove("nodePort");
    }
}
