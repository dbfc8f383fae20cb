using Simulator.Api.Documents;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>GET of <c>pods/X/log</c> (LogLocation in pkg/registry/pod/strategy.go).</summary>
internal sealed class LogAnswers(IDocumentStore store, IContainerStreams streams)
{
    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var options = LogOptions.Of(asked.Query);
        options.Check();
        var pod = store.Find(target.Key) ?? throw Failures.NotFound("", "pods", target.Name!);
        var container = ContainerChoice.Of(pod, options.Container);
        if (pod["spec"].Text("nodeName").Length == 0) return new ServerAnswer { Status = 204, ContentType = "text/plain" };
        return streams.Log(pod, container, options);
    }
}
