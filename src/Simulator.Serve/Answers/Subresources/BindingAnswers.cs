using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Changing;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>POST to <c>bindings</c> and <c>pods/X/binding</c> (the BindingREST of pkg/registry/pod/etcd).</summary>
internal sealed class BindingAnswers(Writer writer)
{
    private const string BindingResource = "pods/binding";

    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var binding = BodyReader.Read(asked, BodyKind.Of("v1.Binding", "v1"));
        writer.Admission.OnCreate(target.Resource, target.Namespace, binding);
        Check(binding);
        var key = new DocumentKey("pods", target.Namespace!, binding["metadata"].Text("name"));
        var pod = writer.Store.Find(key) ?? throw Failures.NotFound("", "pods", key.Name);
        writer.Store.Put(key, Bound(pod, binding, asked.Now));
        return asked.Document(201, Failures.Success(201));
    }

    private static void Check(JsonObject binding)
    {
        var kind = binding["target"].Text("kind");
        List<string> faults = [];
        if (kind is not ("" or "Node")) faults.Add($"target.kind: Unsupported value: \"{kind}\": supported values: Node, <empty>");
        if (binding["target"].Text("name").Length == 0) faults.Add("target.name: Required value");
        if (faults.Count > 0) throw Failures.Internal(faults.Count == 1 ? faults[0] : $"[{string.Join(", ", faults)}]");
    }

    private static JsonObject Bound(JsonObject pod, JsonObject binding, DateTimeOffset now)
    {
        var name = pod["metadata"].Text("name");
        if (pod["metadata"]?["deletionTimestamp"] is not null)
            throw Failures.Conflict("", BindingResource, name, $"pod {name} is being deleted, cannot be assigned to a host");
        if (pod["spec"].Text("nodeName") is { Length: > 0 } node)
            throw Failures.Conflict("", BindingResource, name, $"pod {name} is already assigned to node \"{node}\"");
        var bound = pod.Copy();
        bound.Child("spec")["nodeName"] = binding["target"].Text("name");
        foreach (var (key, value) in binding["metadata"]?["annotations"] as JsonObject ?? [])
            bound.Child("metadata").Child("annotations")[key] = value?.DeepClone();
        return PodConditions.Scheduled(bound, now);
    }
}
