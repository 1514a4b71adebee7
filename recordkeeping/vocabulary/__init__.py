"""The words that both jobs share: identifiers, records, holds, gates, events, errors."""
