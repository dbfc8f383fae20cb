using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Collections;

/// <summary>
/// The answer to a list of a version in the future: the time-out of the server, which writes its error as Go has it (tryWriteTimeout in
/// pkg/apiserver/handlers.go).
/// </summary>
internal static class TooNew
{
    private const string Message = "The  operation against  could not be completed at this time, please try again.";

    public static ServerAnswer Answer()
    {
        var status = Failures.Status(500, Message, "ServerTimeout", []);
        status.Remove("kind");
        status.Remove("apiVersion");
        var text = Encoding.UTF8.GetString(GoJson.Write(new JsonObject { ["ErrStatus"] = status }, isIndented: false));
        return BodyWriter.Text(504, text + "\n") with { HeadAfter = TimeSpan.FromSeconds(60) };
    }
}
