using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>exec, attach and portforward of pods (streamLocation in pkg/registry/pod/strategy.go).</summary>
internal sealed class ConnectAnswers(IDocumentStore store, IContainerStreams streams)
{
    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var kind = target.Subresource!.Name;
        var pod = store.Find(target.Key) ?? throw Failures.NotFound("", "pods", target.Name!);
        var container = kind == "portforward" ? "" : ContainerChoice.Of(pod, asked.Query["container"] ?? "");
        if (pod["spec"].Text("nodeName").Length == 0)
            throw Failures.BadRequest($"pod {target.Name} does not have a host assigned");
        if (!(asked.Request.Header("Connection") ?? "").Contains("upgrade", StringComparison.OrdinalIgnoreCase))
            throw Failures.BadRequest("Upgrade request required");
        return streams.Connect(kind, pod, container, asked.Request);
    }
}
