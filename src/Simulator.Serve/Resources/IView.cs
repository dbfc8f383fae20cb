using System.Text.Json.Nodes;

namespace Simulator.Serve.Resources;

/// <summary>How a version shows objects that are stored in another one. Both change the document that they are given.</summary>
public interface IView
{
    void ToStored(JsonObject document);

    void ToShown(JsonObject document);
}
