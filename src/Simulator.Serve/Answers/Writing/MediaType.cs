namespace Simulator.Serve.Answers.Writing;

/// <summary>How bodies are written.</summary>
public enum MediaType
{
    Json,
    Yaml,
    Protobuf,
}
