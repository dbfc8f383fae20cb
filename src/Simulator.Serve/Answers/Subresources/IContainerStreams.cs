using System.Text.Json.Nodes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>What the kubelets answer through the API server. Simulated containers say nothing and end at once.</summary>
public interface IContainerStreams
{
    ServerAnswer Log(JsonObject pod, string container, LogOptions options);

    /// <summary>exec, attach and portforward, past all checks: the answer with which the connection changes its protocol.</summary>
    /// <param name="kind"><c>exec</c>, <c>attach</c> or <c>portforward</c>.</param>
    ServerAnswer Connect(string kind, JsonObject pod, string container, ServerRequest request);

    /// <summary>A request to a kubelet, pod or service; null: nobody is there.</summary>
    /// <param name="path">With its slash.</param>
    ServerAnswer? Proxy(string resource, JsonObject target, string path, ServerRequest request);
}
