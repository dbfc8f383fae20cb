using Simulator.ControlPlane.Versions;
using Simulator.Serve.Answers.Changing;
using Simulator.Serve.Answers.Collections;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Subresources;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Routing;

/// <summary>Who answers a request for objects.</summary>
internal sealed class ObjectAnswers
{
    private readonly Reading _reading;
    private readonly Creation _creation;
    private readonly Replacement _replacement;
    private readonly Patch _patch;
    private readonly Deletion _deletion;
    private readonly ScaleAnswers _scale;
    private readonly BindingAnswers _binding;
    private readonly EvictionAnswers _eviction;
    private readonly RollbackAnswers _rollback;
    private readonly LogAnswers _log;
    private readonly ConnectAnswers _connect;
    private readonly ProxyAnswers _proxy;

    public ObjectAnswers(
        IDocumentStore store, INameSource names, IContainerStreams streams, ServerManner manner, KubernetesVersion? version)
    {
        var writer = new Writer(store, names, manner, version ?? KubernetesVersions.Default);
        (_reading, _creation, _replacement) = (new Reading(store, names), new Creation(writer), new Replacement(writer));
        (_patch, _deletion, _scale) = (new Patch(writer), new Deletion(writer), new ScaleAnswers(writer));
        (_binding, _eviction, _rollback) = (new BindingAnswers(writer), new EvictionAnswers(writer), new RollbackAnswers(writer));
        (_log, _connect, _proxy) = (new LogAnswers(store, streams), new ConnectAnswers(store, streams), new ProxyAnswers(store, streams));
    }

    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        if (target.IsProxy) return _proxy.Answer(asked, target);
        if (target.IsWatch) return asked.Method == "GET" ? _reading.List(asked, target) : throw Failures.MethodNotAllowed();
        if (target.Subresource is { } subresource) return OfSubresource(asked, target, subresource);
        return target.Name is null ? OfCollection(asked, target) : OfObject(asked, target);
    }

    private ServerAnswer OfCollection(Asked asked, RequestTarget target)
    {
        var isWhole = target.Namespace is not null || !target.Resource.IsNamespaced;
        return asked.Method switch
        {
            "GET" when target.Resource.Can(ResourceVerbs.List) => _reading.List(asked, target),
            "POST" when isWhole && target.Resource.Name == "bindings" => _binding.Answer(asked, target),
            "POST" when isWhole && target.Resource.Can(ResourceVerbs.Create) => _creation.Answer(asked, target),
            "DELETE" when isWhole && target.Resource.Can(ResourceVerbs.DeleteCollection) => _deletion.AnswerCollection(asked, target),
            _ => throw Failures.MethodNotAllowed(),
        };
    }

    private ServerAnswer OfObject(Asked asked, RequestTarget target) => asked.Method switch
    {
        "GET" when target.Resource.Can(ResourceVerbs.Get) => _reading.Object(asked, target),
        "PUT" when target.Resource.Can(ResourceVerbs.Update) => _replacement.Answer(asked, target),
        "PATCH" when target.Resource.Can(ResourceVerbs.Patch) => _patch.Answer(asked, target),
        "DELETE" when target.Resource.Can(ResourceVerbs.Delete) => _deletion.Answer(asked, target),
        _ => throw Failures.MethodNotAllowed(),
    };

    private ServerAnswer OfSubresource(Asked asked, RequestTarget target, ServedSubresource subresource) =>
        (subresource.Name, asked.Method) switch
        {
            ("exec" or "attach" or "portforward", "GET" or "POST") => _connect.Answer(asked, target),
            ("log", "GET") => _log.Answer(asked, target),
            ("binding", "POST") => _binding.Answer(asked, target),
            ("eviction", "POST") => _eviction.Answer(asked, target),
            ("rollback", "POST") => _rollback.Answer(asked, target),
            ("scale", "GET" or "PUT" or "PATCH") => _scale.Answer(asked, target),
            ("status", "GET") => _reading.Object(asked, target),
            ("status" or "finalize", "PUT") => _replacement.Answer(asked, target),
            ("status", "PATCH") => _patch.Answer(asked, target),
            _ => throw Failures.MethodNotAllowed(),
        };
}
