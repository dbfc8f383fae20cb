using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Changing;

/// <summary>POST to a collection.</summary>
internal sealed class Creation(Writer writer)
{
    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var given = BodyReader.Read(asked, BodyKind.Of(target.Resource));
        var stored = writer.Create(target, StoredForm.Of(target.Resource, given), asked);
        return asked.Document(201, Presenter.Single(target, stored));
    }
}
