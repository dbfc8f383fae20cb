using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Watching;

/// <summary>How events of a watch stand on the wire.</summary>
internal interface IFraming
{
    byte[] Frame(string type, JsonObject shown);
}
