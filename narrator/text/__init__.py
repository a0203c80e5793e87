"""What is true of text whatever it is for: white space, sentences, words as they are spoken."""
