"""Rich text: written anew with what is shown, and told what is not."""
